// Named faults for the tests of the laws: MASKE_MUTATION("name") is the constant false in every build but the one that the
// tests make of the library with MASKE_MUTATIONS defined. There it is true when the environment variable MASKE_MUTATION
// holds that name, and the test of the law must then fail. Used by tests/laws; costs nothing in a normal build.
#ifndef MASKE_BASE_MUTATION_H_
#define MASKE_BASE_MUTATION_H_

#ifdef MASKE_MUTATIONS
namespace maske {
bool MutationActive(const char* name);
}  // namespace maske
#define MASKE_MUTATION(name) ::maske::MutationActive(name)
#else
#define MASKE_MUTATION(name) false
#endif

#endif  // MASKE_BASE_MUTATION_H_

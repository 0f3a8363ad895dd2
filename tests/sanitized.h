// Is this a build with a sanitizer? Bounds on memory and time of a process mean nothing there.
#ifndef MASKE_TESTS_SANITIZED_H_
#define MASKE_TESTS_SANITIZED_H_

namespace maske {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
inline constexpr bool kSanitized = true;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
inline constexpr bool kSanitized = true;
#else
inline constexpr bool kSanitized = false;
#endif
#else
inline constexpr bool kSanitized = false;
#endif

}  // namespace maske

#endif  // MASKE_TESTS_SANITIZED_H_

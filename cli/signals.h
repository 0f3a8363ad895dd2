// How the command ends when it is told to. SIGINT, SIGTERM and SIGHUP only raise a flag, so that temporary files are
// removed and the map is saved before the process dies of the signal; a second one kills at once. A closed pipe (EPIPE)
// ends it quietly by SIGPIPE, as it ends grep, but after the map is saved. Covered by tests/cli/output_test.cc.
#ifndef MASKE_CLI_SIGNALS_H_
#define MASKE_CLI_SIGNALS_H_

namespace maske::cli {

// Also makes sure that descriptors 0 to 2 exist, so that no file opened later takes the place of a closed one.
void InstallSignals();
bool Interrupted();
void NotePipeClosed();
bool PipeClosed();
// Dies of the signal that asked for the end, if one did; otherwise returns code.
int EndProcess(int code);

}  // namespace maske::cli

#endif  // MASKE_CLI_SIGNALS_H_

// Session: one conversation. Holds the numbering of placeholders, the originals (the vault) and the names seen so far.
//
// A Session and its streams belong to one thread at a time; different sessions over one Filter run in parallel.
// The Filter must outlive the Session (it is held by shared_ptr). After an error of a stream the stream stays in error;
// the Session stays usable and keeps what was given out before.
#ifndef MASKE_SESSION_H_
#define MASKE_SESSION_H_

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "maske/filter.h"
#include "maske/policy.h"  // IWYU pragma: export
#include "maske/status.h"
#include "maske/store.h"

namespace maske {

// Where output goes. Returns false when bytes could not be taken; the stream then ends with kOutput.
using Sink = std::function<bool(std::string_view bytes)>;

// Writes an original in the spelling of the document that it is put into: as a string of JSON, say. Appends to *out.
using Spelling = std::function<void(std::string_view original, std::string* out)>;

// Called for each finding when it is decided, in order; offsets are bytes of the stream.
using FindingObserver = std::function<void(const Finding&)>;

// Masks a stream of bytes. Output is a function of the bytes written and the policy, never of how they were cut into
// writes (law 1). Holds back at most kMaxHeldBack bytes. Not copyable; movable.
class MaskStream {
 public:
  // Bytes that are held back at most, until they are decided or Finish() is called.
  static constexpr std::size_t kMaxHeldBack = std::size_t{18} << 10;

  // A stream that was moved from may only be destroyed or assigned to.
  MaskStream(MaskStream&&) noexcept;
  // Drops what this stream holds back, and goes on as the other.
  MaskStream& operator=(MaskStream&&) noexcept;
  ~MaskStream();  // without Finish() the held back bytes are dropped, never sent

  // Takes the next bytes, any number; calls the sink with what they decide. An error (of the sink, a full vault, refused
  // input) ends the stream: nothing undecided went out, and each later call repeats it as kState.
  Status Write(std::string_view chunk);
  // Decides and delivers the rest. Call once; later calls and writes fail with kState.
  Status Finish();

 private:
  friend class Session;
  struct Impl;
  explicit MaskStream(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

// Puts originals back into a stream; holds back only a proper prefix of a possible placeholder.
class RestoreStream {
 public:
  // A stream that was moved from may only be destroyed or assigned to.
  RestoreStream(RestoreStream&&) noexcept;
  // Drops what this stream holds back, and goes on as the other.
  RestoreStream& operator=(RestoreStream&&) noexcept;
  ~RestoreStream();

  // Takes the next bytes, any number; calls the sink with what is restored. Fails only when the sink or the session's store
  // does; what was looked up in a store that failed does not go out.
  Status Write(std::string_view chunk);
  // Delivers the rest. Call once; later calls and writes fail with kState.
  Status Finish();
  [[nodiscard]] std::uint64_t restored() const;  // placeholders replaced so far
  [[nodiscard]] std::uint64_t unknown() const;   // placeholder forms that stand for nothing known, left as they are
  // Bytes that may still become a placeholder, at most 128; with a key also those that encrypt may have written.
  [[nodiscard]] std::size_t held_back() const;

 private:
  friend class Session;
  struct Impl;
  explicit RestoreStream(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

// What one placeholder stands for. The views are those of whoever made it.
struct VaultEntry {
  std::string_view placeholder;  // "[PERSON_1]"
  std::string_view type;         // "PERSON"
  std::string_view original;     // bytes as they stood in the input
};

// One conversation; see the head of this file.
class Session {
 public:
  // Fails with kInvalidArgument when the policy names an unknown type or a threshold outside 0..1.
  static Result<Session> Create(std::shared_ptr<const Filter> filter, const Policy& policy = {});
  // The same with a store for placeholders and originals, which the session owns and closes in its end: a vault on disk
  // (maske/vault.h). Numbering goes on where the store is. What a sink gets can be put back from the store from then on.
  // Memory holds what was seen lately, up to Policy::vault_limit_bytes, and the limit ends nothing. When the store fails (disk
  // full, damaged, busy) nothing of the batch goes out, and the session fails with that error from then on.
  static Result<Session> Create(std::shared_ptr<const Filter> filter, const Policy& policy,
                                std::unique_ptr<VaultStore> store);
  // A session that was moved from may only be destroyed or assigned to. Streams of it go on.
  Session(Session&&) noexcept;
  // Forgets this session's originals; streams of it must be gone.
  Session& operator=(Session&&) noexcept;
  ~Session();

  // Masks a whole text. On an error nothing comes out; what was numbered before it stays numbered. Linear time; memory of
  // the output.
  [[nodiscard]] Result<std::string> Mask(std::string_view text);
  // Puts the originals back into a whole text. Placeholder forms that stand for nothing known stay as they are.
  [[nodiscard]] Result<std::string> Restore(std::string_view text) const;

  // Masks a stream of any length in bounded memory; see MaskStream. The session must outlive the stream. One stream at a
  // time gives the numbers of one text after the other; several at once share the numbering.
  [[nodiscard]] MaskStream OpenMask(Sink sink, FindingObserver observer = nullptr);
  // Finds as OpenMask does and tells the observer, but writes nothing and remembers no original, so that its memory
  // does not grow with the stream.
  [[nodiscard]] MaskStream OpenDetect(FindingObserver observer);
  // Puts the originals back into a stream, as they were or spelled by `spelling`. The session must outlive it.
  [[nodiscard]] RestoreStream OpenRestore(Sink sink, Spelling spelling = nullptr) const;
  // Masks a text that stands in a document in another spelling, such as a string of JSON with its escapes. Findings are
  // those of `text`; put out, and kept to be put back, are the bytes of `spelled`. places[i]: where in `spelled` byte i of
  // text is spelled, rising; one more for the end. Fails with kInvalidArgument when places does not fit, else as Mask.
  [[nodiscard]] Result<std::string> MaskSpelled(std::string_view text, std::string_view spelled,
                                                const std::vector<std::uint32_t>& places,
                                                const FindingObserver& observer = nullptr);
  // The same, but only text that restoring would take for a placeholder is masked.
  [[nodiscard]] Result<std::string> MaskForms(std::string_view text, std::string_view spelled,
                                              const std::vector<std::uint32_t>& places,
                                              const FindingObserver& observer = nullptr);
  // Between the two, results of MaskSpelled and MaskForms are not yet in the session's store: they may be given out after
  // EndBatch only. For many small texts, since each batch costs a write to the disk. Other processes that mask into the same
  // vault wait meanwhile. Streams need none, and end the batch that is open. Nothing to do without a store.
  Status BeginBatch();
  // Keeps what was masked since then; after an error nothing of it may be given out.
  Status EndBatch();
  // For the library's own tests: segments of another size than the stream's 10 KiB.
  [[nodiscard]] MaskStream OpenMaskForTest(Sink sink, FindingObserver observer, std::size_t segment_bytes);

  // Every placeholder given out, in the order of giving; with a store, those in memory. Views live until the next call on
  // the session.
  void ForEachEntry(const std::function<void(const VaultEntry&)>& visit) const;
  // Takes an entry of an earlier session, so that numbering goes on and its placeholders can be restored.
  // Fails with kInvalidArgument when the placeholder has not the form of one or already stands for other bytes, or when the
  // session has a store.
  Status Import(const VaultEntry& entry);
  // Bytes that originals and their tables use now; Policy::vault_limit_bytes bounds them.
  [[nodiscard]] std::size_t vault_bytes() const;

  struct Impl;  // the library's own

 private:
  explicit Session(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace maske

#endif  // MASKE_SESSION_H_

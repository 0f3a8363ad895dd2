#include "vault/store.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "base/mutation.h"
#include "redact/placeholder.h"

namespace maske::vault {
namespace {

bool FitsNumber(std::int64_t value) { return value > 0 && value <= std::numeric_limits<std::uint32_t>::max(); }

}  // namespace

Status DiskStore::Open(const std::string& path, bool known) {
  if (Status s = OpenChecked(path, &database_); !s) return s;
  const std::pair<Statement*, const char*> statements[] = {
      {&begin_, "BEGIN IMMEDIATE"},
      {&commit_, "COMMIT"},
      {&state_, "SELECT generation, epoch FROM vault WHERE id=1"},
      {&alike_, "SELECT session, type, number, variant FROM entries WHERE normal_hash=? LIMIT 1"},
      {&same_, "SELECT number, variant, day, sealed FROM entries WHERE normal_hash=? AND original_hash=?"},
      {&latest_,
       "SELECT variant FROM entries WHERE session=? AND type=? AND number=? AND variant BETWEEN ? AND ? AND "
       "normal_hash=? ORDER BY variant DESC LIMIT 1"},
      {&touch_, "UPDATE entries SET day=? WHERE session=? AND type=? AND number=? AND variant=?"},
      {&add_, "INSERT INTO entries VALUES(?, ?, ?, ?, ?, ?, ?, ?)"},
      {&find_, "SELECT sealed FROM entries WHERE session=? AND type=? AND number=? AND variant=?"},
      {&find_type_, "SELECT id FROM types WHERE name=?"},
      {&add_type_, "INSERT INTO types(name) VALUES(?) RETURNING id"},
      {&find_next_, "SELECT next FROM counters WHERE session=? AND type=?"},
      {&set_next_, "INSERT OR REPLACE INTO counters VALUES(?, ?, ?)"},
  };
  for (const auto& [statement, sql] : statements) {
    if (Status s = database_.Prepare(sql, statement); !s) return s;
  }
  std::int64_t epoch = 0;
  if (Status s = CheckKeys(&epoch); !s) return s;
  if (Status s = FindSession(); !s) return s;
  if (known && session_ == 0) {
    return {ErrorCode::kInvalidArgument,
            "the vault " + path + " has no session of this name; maske vault list shows them"};
  }
  return Status::Ok();
}

Status DiskStore::CheckKeys(std::int64_t* epoch) {
  const Result<bool> row = state_.Step();
  if (!row.ok()) return row.status();
  if (!*row) return Damaged(database_.path());
  const std::int64_t generation = state_.Integer(0);
  *epoch = state_.Integer(1);
  state_.Reset();
  if (generation == generation_) return Status::Ok();
  return {ErrorCode::kVault, "the key of the vault " + database_.path() + " was changed meanwhile; open it again"};
}

Status DiskStore::FindSession() {
  const Result<std::int64_t> id = IdOfSession(&database_, *keys_, name_);
  if (!id.ok()) return id.status();
  session_ = *id;
  return Status::Ok();
}

Status CheckNames(Database* database, const Keys& keys, std::string_view absent) {
  Statement select;
  if (Status s = database->Prepare("SELECT id, name_hash, name FROM sessions WHERE name IS NOT NULL", &select); !s) {
    return s;
  }
  std::string name;
  while (true) {
    const Result<bool> row = select.Step();
    if (!row.ok()) return row.status();
    if (!*row) return Status::Ok();
    if (!keys.Open(PlaceOfSession(select.Integer(0)), select.Blob(2), &name) || name == absent ||
        View(keys.HashOf('s', 0, "", name)) != select.Blob(1)) {
      return Damaged(database->path());
    }
  }
}

// In a batch. A session without a name is one that was forgotten: it goes on, so that no number comes twice.
Status DiskStore::MakeSession() {
  if (session_ != 0) return Status::Ok();
  // Not there by its hash: then by no name either, or its numbers would be given twice.
  if (Status s = CheckNames(&database_, *keys_, name_); !s) return s;
  Statement add;
  Status status = database_.Prepare(
      "INSERT INTO sessions(name_hash) VALUES(?) ON CONFLICT(name_hash) DO UPDATE SET name=NULL RETURNING id", &add);
  if (!status.ok()) return status;
  const Hash hash = keys_->HashOf('s', 0, "", name_);
  add.BindBlob(1, View(hash));
  const Result<bool> row = add.Step();
  if (!row.ok()) return row.status();
  if (!*row) return Damaged(database_.path());
  const std::int64_t id = add.Integer(0);
  if (status = add.Run(); !status) return status;
  Statement name;
  if (status = database_.Prepare("UPDATE sessions SET name=? WHERE id=?", &name); !status) return status;
  const std::string sealed = keys_->Seal(PlaceOfSession(id), name_);
  if (status = name.BindBlob(1, sealed).Bind(2, id).Run(); !status) return status;
  session_ = id;
  return Status::Ok();
}

Result<DiskStore::Type*> DiskStore::FindType(std::string_view name, bool make) {
  auto known = types_.find(name);
  if (known == types_.end()) known = types_.emplace(name, Type{}).first;
  Type& type = known->second;
  if (type.id != 0) return &type;
  for (Statement* statement : {&find_type_, &add_type_}) {
    if (statement == &add_type_ && !make) break;
    const Result<bool> row = statement->BindText(1, name).Step();
    if (!row.ok()) return row.status();
    if (!*row) continue;
    const std::int64_t id = statement->Integer(0);
    if (Status s = statement->Run(); !s) return s;
    statement->Reset();
    type.id = id;
    break;
  }
  return &type;
}

Status DiskStore::BeginBatch(bool* forget) {
  if (open_) return Status::Ok();
  if (Status s = begin_.Run(); !s) return s;
  open_ = true;
  std::int64_t epoch = 0;
  if (Status s = CheckKeys(&epoch); !s) return s;
  if (session_ == 0) {
    if (Status s = FindSession(); !s) return s;
  }
  const std::int64_t today = Today();
  *forget = epoch != epoch_ || today != day_;
  epoch_ = epoch;
  day_ = today;
  return Status::Ok();
}

// One step down the index says that nothing of this normal form is there: so it is with most new values.
Result<StoredMatch> DiskStore::LookUpValue(std::string_view type, std::string_view original, std::string_view normal) {
  if (session_ == 0) return StoredMatch{};
  const Hash by_normal = keys_->HashOf('n', session_, type, normal);
  const Result<bool> any = alike_.BindBlob(1, View(by_normal)).Step();
  if (!any.ok()) return any.status();
  if (!*any) return StoredMatch{};
  const Result<Type*> known = FindType(type, false);
  if (!known.ok()) return known.status();
  const std::int64_t number = alike_.Integer(2);
  const std::int64_t part = alike_.Integer(3) >> redact::kStoredPartShift << redact::kStoredPartShift;
  const bool sound = alike_.Integer(0) == session_ && alike_.Integer(1) == (*known)->id && FitsNumber(number);
  alike_.Reset();
  if (!sound) return Damaged(database_.path());
  const Result<StoredNumber> same = LookUpSame(type, original, by_normal);
  if (!same.ok()) return same.status();
  if (same->number != 0) return StoredMatch{*same, {}};
  // By its primary key: a value in ever new spellings makes no long way.
  latest_.Bind(1, session_).Bind(2, (*known)->id).Bind(3, number).Bind(4, part);
  latest_.Bind(5, part + (std::int64_t{1} << redact::kStoredPartShift) - 1).BindBlob(6, View(by_normal));
  const Result<bool> row = latest_.Step();
  if (!row.ok()) return row.status();
  const std::int64_t variant = *row ? latest_.Integer(0) : 0;
  latest_.Reset();
  if (!FitsNumber(variant)) return Damaged(database_.path());
  return StoredMatch{{}, {static_cast<std::uint32_t>(number), static_cast<std::uint32_t>(variant)}};
}

Result<StoredNumber> DiskStore::LookUpSame(std::string_view type, std::string_view original, const Hash& by_normal) {
  const Hash by_original = keys_->HashOf('o', session_, type, original);
  const Result<bool> row = same_.BindBlob(1, View(by_normal)).BindBlob(2, Short(by_original)).Step();
  if (!row.ok()) return row.status();
  if (!*row) return StoredNumber{};
  const std::int64_t number = same_.Integer(0);
  const std::int64_t variant = same_.Integer(1);
  const std::int64_t day = same_.Integer(2);
  std::string found;
  const bool sound = FitsNumber(number) && FitsNumber(variant) &&
                     keys_->Open(PlaceOfEntry(session_, type, number, variant), same_.Blob(3), &found) &&
                     found == original;
  same_.Reset();
  if (!sound) return Damaged(database_.path());
  if (day < day_) {
    const Result<Type*> known = FindType(type, false);
    if (!known.ok()) return known.status();
    touch_.Bind(1, day_).Bind(2, session_).Bind(3, (*known)->id).Bind(4, number).Bind(5, variant);
    if (Status s = touch_.Run(); !s) return s;
  }
  return StoredNumber{static_cast<std::uint32_t>(number), static_cast<std::uint32_t>(variant)};
}

Result<std::uint32_t> DiskStore::TakeNext(std::string_view type, std::uint32_t least) {
  if (Status s = MakeSession(); !s) return s;
  const Result<Type*> known = FindType(type, true);
  if (!known.ok()) return known.status();
  std::int64_t& next = (*known)->next;
  if (next == 0) {
    const Result<bool> row = find_next_.Bind(1, session_).Bind(2, (*known)->id).Step();
    if (!row.ok()) return row.status();
    next = *row ? find_next_.Integer(0) : 1;
    find_next_.Reset();
    if (!FitsNumber(next)) return Damaged(database_.path());
  }
  next = std::max<std::int64_t>(next, least);
  return static_cast<std::uint32_t>(next++);
}

Status DiskStore::Keep(std::string_view type, StoredNumber placeholder, std::string_view original,
                       std::string_view normal) {
  if (Status s = MakeSession(); !s) return s;
  const Result<Type*> known = FindType(type, true);
  if (!known.ok()) return known.status();
  const Hash by_original = keys_->HashOf('o', session_, type, original);
  const Hash by_normal = keys_->HashOf('n', session_, type, normal);
  const std::string sealed =
      keys_->Seal(PlaceOfEntry(session_, type, placeholder.number, placeholder.variant), original);
  add_.Bind(1, session_).Bind(2, (*known)->id).Bind(3, placeholder.number).Bind(4, placeholder.variant).Bind(5, day_);
  add_.BindBlob(6, Short(by_original)).BindBlob(7, View(by_normal)).BindBlob(8, sealed);
  return add_.Run();
}

Status DiskStore::CommitBatch() {
  if (!open_) return Status::Ok();
  for (auto& [name, type] : types_) {
    if (type.next == 0) continue;
    set_next_.Bind(1, session_).Bind(2, type.id).Bind(3, type.next);
    if (Status s = set_next_.Run(); !s) return s;
    type.next = 0;
  }
  if (Status s = commit_.Run(); !s) return s;
  open_ = false;
  return Status::Ok();
}

// The numbers and rows of this batch are not there.
void DiskStore::Abandon() {
  if (!open_) return;
  open_ = false;
  (void)database_.Run("ROLLBACK");
  types_.clear();
  session_ = 0;
}

// Once a store: is what was not found really not there?
Status DiskStore::CheckOnce() {
  if (checked_ || MASKE_MUTATION("vault_damage_overlooked")) return Status::Ok();
  checked_ = true;
  return CheckAll(&database_, *keys_, session_);
}

Result<bool> DiskStore::LookUp(std::string_view type, StoredNumber placeholder, std::string* original) {
  if (session_ == 0) {
    if (Status s = FindSession(); !s) return s;
    if (session_ == 0) return false;
  }
  const Result<Type*> known = FindType(type, false);
  if (!known.ok()) return known.status();
  bool found = false;
  if ((*known)->id != 0) {
    find_.Bind(1, session_).Bind(2, (*known)->id).Bind(3, placeholder.number).Bind(4, placeholder.variant);
    const Result<bool> row = find_.Step();
    if (!row.ok()) return row.status();
    found = *row;
  }
  if (!found) {
    if (Status s = CheckOnce(); !s) return s;
    return false;
  }
  const bool opened =
      keys_->Open(PlaceOfEntry(session_, type, placeholder.number, placeholder.variant), find_.Blob(0), original);
  find_.Reset();
  if (opened) return true;
  std::int64_t epoch = 0;
  if (Status s = CheckKeys(&epoch); !s) return s;
  return Damaged(database_.path());
}

Result<std::int64_t> IdOfSession(Database* database, const Keys& keys, std::string_view name) {
  Statement select;
  if (Status s = database->Prepare("SELECT id, name FROM sessions WHERE name_hash=?", &select); !s) return s;
  const Hash hash = keys.HashOf('s', 0, "", name);
  Result<bool> row = select.BindBlob(1, View(hash)).Step();
  if (!row.ok()) return row.status();
  std::string known;
  if (*row && select.Blob(1).empty()) return std::int64_t{0};  // forgotten
  if (!*row) return std::int64_t{0};
  const std::int64_t id = select.Integer(0);
  if (!keys.Open(PlaceOfSession(id), select.Blob(1), &known) || known != name) return Damaged(database->path());
  return id;
}

Status CheckAll(Database* database, const Keys& keys, std::int64_t session) {
  Statement select;
  if (Status s = database->Prepare("PRAGMA integrity_check(1)", &select); !s) return s;
  Result<bool> row = select.Step();
  if (!row.ok()) return row.status();
  if (!*row || select.Blob(0) != "ok") return Damaged(database->path());
  std::string value;
  Status status = database->Prepare(
      "SELECT entries.session, types.name, number, variant, original_hash, sealed FROM entries LEFT JOIN types ON "
      "types.id=entries.type WHERE ?1=0 OR session=?1",
      &select);
  if (!status.ok()) return status;
  select.Bind(1, session);
  while (true) {
    row = select.Step();
    if (!row.ok()) return row.status();
    if (!*row) break;
    const std::string_view type = select.Blob(1);
    const std::string place = PlaceOfEntry(select.Integer(0), type, select.Integer(2), select.Integer(3));
    if (!keys.Open(place, select.Blob(5), &value)) return Damaged(database->path());
    if (Short(keys.HashOf('o', select.Integer(0), type, value)) != select.Blob(4)) return Damaged(database->path());
  }
  return CheckNames(database, keys, "");
}

}  // namespace maske::vault

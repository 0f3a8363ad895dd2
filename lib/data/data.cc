// Tables made at build time from patterns/ are compiled into this layer.
namespace maske::data {}

# Plain comments of the public headers as Doxygen's: the first of a file belongs to the file, one behind a declaration to it.
1s|^// |/// @file\n/// |
s|^([[:space:]]*)//([^/!]\|$)|\1///\2|
s|([;,{][[:space:]]*)//[[:space:]]|\1///< |

#ifndef ENTENTE_ENCODINGS_H
#define ENTENTE_ENCODINGS_H

#include <stddef.h>

/// The two-byte part of GB18030, data/gb18030.bin: 126 rows of 190 little-endian 16-bit scalars,
/// for the lead bytes 81 to FE and the trail bytes 40 to 7E and 80 to FE.
const unsigned char *_Nonnull entente_gb18030(void);
/// The table's length in bytes.
size_t entente_gb18030_size(void);

#endif

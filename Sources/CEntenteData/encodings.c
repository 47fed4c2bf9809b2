#include "encodings.h"

// #embed belongs to C23; clang takes it in earlier modes and warns that it does.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char gb18030[] = {
#embed "data/gb18030.bin"
};

const unsigned char *entente_gb18030(void) { return gb18030; }
size_t entente_gb18030_size(void) { return sizeof gb18030; }

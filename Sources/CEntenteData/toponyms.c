#include "toponyms.h"

// #embed belongs to C23; clang takes it in earlier modes and warns that it does.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char toponyms[] = {
#embed "data/toponyms.bin"
};

EntenteBytes entente_toponyms(void) { return (EntenteBytes){toponyms, sizeof toponyms}; }

#include "gazetteer.h"

// #embed belongs to C23; clang takes it in earlier modes and warns that it does.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char gazetteer[] = {
#embed "data/gazetteer.bin"
};

EntenteBytes entente_gazetteer(void) { return (EntenteBytes){gazetteer, sizeof gazetteer}; }

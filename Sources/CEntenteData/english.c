#include "english.h"

// #embed belongs to C23; clang takes it in earlier modes and warns that it does.
#pragma clang diagnostic ignored "-Wc23-extensions"

// The tables inside hold 32-bit numbers, read in place.
_Alignas(8) static const unsigned char english[] = {
#embed "data/english.model" if_empty(0)
};

EntenteBytes entente_english(void) { return (EntenteBytes){english, sizeof english}; }

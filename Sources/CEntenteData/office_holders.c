#include "office_holders.h"

// #embed belongs to C23; clang takes it in earlier modes and warns that it does.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char holders[] = {
#embed "data/office-holders.tsv"
};

EntenteBytes entente_office_holders(void) { return (EntenteBytes){holders, sizeof holders}; }

#ifndef ENTENTE_TOPONYMS_H
#define ENTENTE_TOPONYMS_H

#include "lexicon.h"

/// The index of place names that Scripts/make-gazetteer writes, data/toponyms.bin.
EntenteBytes entente_toponyms(void);

#endif

#ifndef ENTENTE_GAZETTEER_H
#define ENTENTE_GAZETTEER_H

#include "lexicon.h"

/// The gazetteer that Scripts/make-gazetteer writes, data/gazetteer.bin.
EntenteBytes entente_gazetteer(void);

#endif

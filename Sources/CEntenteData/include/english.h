#ifndef ENTENTE_ENGLISH_H
#define ENTENTE_ENGLISH_H

#include "lexicon.h"

/// The English tagger, lemmatizer and parser that Scripts/train makes, data/english.model.
EntenteBytes entente_english(void);

#endif

#ifndef ENTENTE_LEXICON_H
#define ENTENTE_LEXICON_H

#include <stddef.h>

/// Bytes that live as long as the program.
typedef struct {
  const unsigned char *_Nonnull start;
  size_t count;
} EntenteBytes;

/// The event codebook, data/codebook.tsv.
EntenteBytes entente_codebook(void);
/// Irregular forms of the codebook's verbs, data/word-forms.tsv.
EntenteBytes entente_word_forms(void);
/// Offices and titles, data/offices.tsv.
EntenteBytes entente_offices(void);
/// Word lists, data/words.txt.
EntenteBytes entente_words(void);

#endif

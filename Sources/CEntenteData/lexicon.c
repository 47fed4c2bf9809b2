#include "lexicon.h"

// #embed belongs to C23; clang takes it in earlier modes and warns that it does.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char codebook[] = {
#embed "data/codebook.tsv"
};
static const unsigned char wordForms[] = {
#embed "data/word-forms.tsv"
};
static const unsigned char offices[] = {
#embed "data/offices.tsv"
};
static const unsigned char words[] = {
#embed "data/words.txt"
};

EntenteBytes entente_codebook(void) { return (EntenteBytes){codebook, sizeof codebook}; }
EntenteBytes entente_word_forms(void) { return (EntenteBytes){wordForms, sizeof wordForms}; }
EntenteBytes entente_offices(void) { return (EntenteBytes){offices, sizeof offices}; }
EntenteBytes entente_words(void) { return (EntenteBytes){words, sizeof words}; }

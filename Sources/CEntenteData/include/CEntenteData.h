#ifndef CENTENTEDATA_H
#define CENTENTEDATA_H

#include "encodings.h"
#include "lexicon.h"

#endif

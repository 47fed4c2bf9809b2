#ifndef CENTENTEDATA_H
#define CENTENTEDATA_H

#include "encodings.h"
#include "english.h"
#include "gazetteer.h"
#include "lexicon.h"
#include "office_holders.h"
#include "toponyms.h"

#endif

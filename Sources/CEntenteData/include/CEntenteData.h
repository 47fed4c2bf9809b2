#ifndef CENTENTEDATA_H
#define CENTENTEDATA_H

#include "lexicon.h"

#endif

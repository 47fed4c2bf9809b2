#ifndef ENTENTE_OFFICE_HOLDERS_H
#define ENTENTE_OFFICE_HOLDERS_H

#include "lexicon.h"

/// Chiefs of state and heads of government that Scripts/make-office-holders writes.
EntenteBytes entente_office_holders(void);

#endif

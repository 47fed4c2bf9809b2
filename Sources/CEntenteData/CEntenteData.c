#include "CEntenteData.h"

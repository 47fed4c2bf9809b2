#ifndef CENTENTEDATA_H
#define CENTENTEDATA_H
#endif

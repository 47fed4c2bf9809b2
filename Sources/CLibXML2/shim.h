#ifndef ENTENTE_CLIBXML2_SHIM_H
#define ENTENTE_CLIBXML2_SHIM_H
// pkg-config adds the folder that holds libxml/; without pkg-config Debian's own folder is tried.
#if __has_include(<libxml/HTMLparser.h>)
#include <libxml/HTMLparser.h>
#include <libxml/xmlerror.h>
#else
#include <libxml2/libxml/HTMLparser.h>
#include <libxml2/libxml/xmlerror.h>
#endif
#endif

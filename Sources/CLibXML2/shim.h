#ifndef ENTENTE_CLIBXML2_SHIM_H
#define ENTENTE_CLIBXML2_SHIM_H
// pkg-config adds the folder that holds libxml/; without pkg-config Debian's own folder is tried.
#if __has_include(<libxml/HTMLparser.h>)
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#else
#include <libxml2/libxml/HTMLparser.h>
#include <libxml2/libxml/parser.h>
#include <libxml2/libxml/parserInternals.h>
#endif
#include <stddef.h>
#include <string.h>

/// What a page is told to as it is parsed. `position` is the number of bytes that the parser has
/// taken; it stands at or behind what is told and never runs back.
typedef struct {
  void *reader;
  /// An element begins; `attributes` holds names and values in turn (a value may be null) and ends with null.
  void (*start)(void *reader, const char *name, const char *const *attributes, size_t position);
  void (*end)(void *reader, const char *name, size_t position);
  /// Text with its references resolved.
  void (*text)(void *reader, const char *bytes, int count, size_t position);
  /// What a script or a style sheet holds.
  void (*raw)(void *reader, const char *bytes, int count, size_t position);
  /// A comment, or anything else that stands between texts and is none.
  void (*gap)(void *reader, size_t position);
} entente_html_events;

typedef struct {
  htmlParserCtxtPtr parser;
  const entente_html_events *events;
  int deepest;
  int stopped;
} entente_html_run;

static inline size_t entente_html_position(const entente_html_run *run) {
  const xmlParserInput *input = run->parser->input;
  return input ? (size_t)(input->cur - input->base) + (size_t)input->consumed : 0;
}

static inline void entente_html_start(void *context, const xmlChar *name, const xmlChar **attributes) {
  entente_html_run *run = (entente_html_run *)context;
  if (run->stopped) return;
  if (run->parser->nameNr > run->deepest) {
    run->stopped = 1;
    xmlStopParser(run->parser);
    return;
  }
  run->events->start(
      run->events->reader, (const char *)name, (const char *const *)attributes, entente_html_position(run));
}

static inline void entente_html_end(void *context, const xmlChar *name) {
  entente_html_run *run = (entente_html_run *)context;
  if (!run->stopped) run->events->end(run->events->reader, (const char *)name, entente_html_position(run));
}

static inline void entente_html_text(void *context, const xmlChar *bytes, int count) {
  entente_html_run *run = (entente_html_run *)context;
  if (!run->stopped) run->events->text(run->events->reader, (const char *)bytes, count, entente_html_position(run));
}

static inline void entente_html_raw(void *context, const xmlChar *bytes, int count) {
  entente_html_run *run = (entente_html_run *)context;
  if (!run->stopped) run->events->raw(run->events->reader, (const char *)bytes, count, entente_html_position(run));
}

static inline void entente_html_comment(void *context, const xmlChar *bytes) {
  entente_html_run *run = (entente_html_run *)context;
  (void)bytes;
  if (!run->stopped) run->events->gap(run->events->reader, entente_html_position(run));
}

static inline void entente_html_instruction(void *context, const xmlChar *target, const xmlChar *bytes) {
  (void)target;
  entente_html_comment(context, bytes);
}

/// Parses `count` bytes of UTF-8 as HTML and tells `events` what is there.
///
/// It builds no tree, prints nothing and loads nothing. Returns 0 when done, 1 where elements were
/// nested deeper than `deepest` and the rest was left, -1 where there was no memory.
static inline int entente_html_parse(const char *bytes, int count, int deepest, const entente_html_events *events) {
  htmlParserCtxtPtr parser = htmlCreateMemoryParserCtxt(bytes, count);
  if (!parser) return -1;
  entente_html_run run = {parser, events, deepest, 0};
  htmlCtxtUseOptions(
      parser,
      HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC);
  xmlSwitchEncoding(parser, XML_CHAR_ENCODING_UTF8);
  memset(parser->sax, 0, sizeof *parser->sax);
  parser->sax->startElement = entente_html_start;
  parser->sax->endElement = entente_html_end;
  parser->sax->characters = entente_html_text;
  parser->sax->ignorableWhitespace = entente_html_text;
  parser->sax->cdataBlock = entente_html_raw;
  parser->sax->comment = entente_html_comment;
  parser->sax->processingInstruction = entente_html_instruction;
  parser->userData = &run;
  htmlParseDocument(parser);
  htmlFreeParserCtxt(parser);
  return run.stopped;
}

#endif

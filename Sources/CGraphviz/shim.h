// What Swift cannot import from Graphviz (macros, variadic functions, mutable globals) and what differs
// between its releases, as small functions. Checked against the headers of 2.42 and of 14.1.
#ifndef ENTENTE_CGRAPHVIZ_SHIM_H
#define ENTENTE_CGRAPHVIZ_SHIM_H

#if __has_include(<gvc.h>)
#include <gvc.h>
#else
#include <graphviz/gvc.h>
#endif
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

// Only the headers of 3.0 and later say which version they are of.
#ifdef GRAPHVIZ_VERSION_MAJOR
#define ENTENTE_GRAPHVIZ_IS_OLD 0
#else
#define ENTENTE_GRAPHVIZ_IS_OLD 1
#endif

// MARK: Errors

static inline void ente_set_error_sink(int (*sink)(char *)) {
  agseterr(AGERR);
  agseterrf((agusererrf)sink);
}

// The old error printer formats into a buffer that starts at 1,024 bytes and, where that is too small, reads
// its argument list a second time: undefined, and a crash in practice (fixed in 2.46.1). A long text without
// arguments grows the buffer once, before anything can go wrong.
static inline void ente_grow_error_buffer(void) {
#if ENTENTE_GRAPHVIZ_IS_OLD
  size_t length = 1u << 20;
  char *text = (char *)malloc(length + 1);
  if (text == NULL) return;
  memset(text, 'x', length);
  text[length] = 0;
  void (*report)(const char *, ...) = (void (*)(const char *, ...))agerrorf;
  report(text);
  free(text);
  agreseterrors();
#endif
}

// MARK: Identifiers

// The old library names an object by the address of its name, so the order of subgraphs, and with it the
// picture, depends on the heap. This discipline numbers names in the order they come: even numbers for
// names, odd ones for objects without.
#if ENTENTE_GRAPHVIZ_IS_OLD
typedef struct {
  Agraph_t *graph;
  char **names;     // names[i] is the interned name of identifier 2 * (i + 1)
  size_t count, capacity;
  size_t *slots;    // open addressing by the name's address: index + 1 into names, 0 for empty
  size_t slot_count;
  uint64_t anonymous;
} ente_names;

static inline size_t ente_name_slot(const ente_names *table, const char *name) {
  uint64_t mixed = (uint64_t)(uintptr_t)name * 0x9E3779B97F4A7C15ull;
  size_t slot = (size_t)(mixed >> 20) & (table->slot_count - 1);
  while (table->slots[slot] != 0 && table->names[table->slots[slot] - 1] != name)
    slot = (slot + 1) & (table->slot_count - 1);
  return slot;
}

static inline void *ente_names_open(Agraph_t *graph, Agdisc_t *discipline) {
  (void)discipline;
  ente_names *table = (ente_names *)calloc(1, sizeof(ente_names));
  if (table == NULL) abort();
  table->graph = graph;
  table->anonymous = 1;
  return table;
}

static inline void ente_names_grow(ente_names *table) {
  table->capacity = table->capacity ? table->capacity * 2 : 64;
  table->slot_count = table->capacity * 2;
  table->names = (char **)realloc(table->names, table->capacity * sizeof(char *));
  free(table->slots);
  table->slots = (size_t *)calloc(table->slot_count, sizeof(size_t));
  if (table->names == NULL || table->slots == NULL) abort();
  for (size_t i = 0; i < table->count; i++) table->slots[ente_name_slot(table, table->names[i])] = i + 1;
}

static inline long ente_names_map(void *state, int type, char *text, IDTYPE *id, int create) {
  ente_names *table = (ente_names *)state;
  (void)type;
  if (text == NULL) {
    *id = table->anonymous;
    table->anonymous += 2;
    return 1;
  }
  char *name = create ? agstrdup(table->graph, text) : agstrbind(table->graph, text);
  *id = 0;
  if (name == NULL) return 0;
  if (table->slot_count > 0) {
    size_t index = table->slots[ente_name_slot(table, name)];
    if (index != 0) {
      *id = (IDTYPE)(2 * index);
      return 1;
    }
  }
  if (!create) return 0;
  if (table->count == table->capacity) ente_names_grow(table);
  size_t slot = ente_name_slot(table, name);
  table->names[table->count++] = name;
  table->slots[slot] = table->count;
  *id = (IDTYPE)(2 * table->count);
  return 1;
}

static inline long ente_names_alloc(void *state, int type, IDTYPE id) {
  (void)state; (void)type; (void)id;
  return 0;
}

static inline void ente_names_free(void *state, int type, IDTYPE id) {
  (void)state; (void)type; (void)id;  // A name lives as long as its graph.
}

static inline char *ente_names_print(void *state, int type, IDTYPE id) {
  ente_names *table = (ente_names *)state;
  (void)type;
  size_t index = (size_t)(id / 2);
  return id % 2 == 0 && index >= 1 && index <= table->count ? table->names[index - 1] : NULL;
}

static inline void ente_names_close(void *state) {
  ente_names *table = (ente_names *)state;
  free(table->names);
  free(table->slots);
  free(table);
}
#endif

static inline void ente_number_names_in_order(void) {
#if ENTENTE_GRAPHVIZ_IS_OLD
  AgIdDisc.open = ente_names_open;
  AgIdDisc.map = ente_names_map;
  AgIdDisc.alloc = ente_names_alloc;
  AgIdDisc.free = ente_names_free;
  AgIdDisc.print = ente_names_print;
  AgIdDisc.close = ente_names_close;
#endif
}

// MARK: Reading

static inline Agraph_t *ente_read(const char *dot) {
#if ENTENTE_GRAPHVIZ_IS_OLD
  // What stood behind the last graph on its line would be read first, and lines be counted on from there.
  agerrlevel_t level = agseterr(AGMAX);
  Agraph_t *rest = agmemread("");
  if (rest != NULL) agclose(rest);
  agseterr(level);
  agreseterrors();
  agsetfile(NULL);
#endif
  return agmemread(dot);
}

// MARK: Layout and pictures

static inline int ente_layout(GVC_t *context, Agraph_t *graph, const char *engine) {
  srand(1);  // The spring engines draw from rand() where no start is given.
  return gvLayout(context, graph, engine);
}

static inline int ente_render(
    GVC_t *context, Agraph_t *graph, const char *format, char **bytes, size_t *length) {
  // The length is an unsigned int in old headers and a size_t in new ones; zeroed first, either reads the
  // same on a little-endian machine.
  *length = 0;
  *bytes = NULL;
  return gvRenderData(context, graph, format, bytes, (void *)length);
}

// MARK: Attributes

/// The value of an attribute of a graph, node or edge, or NULL where it is declared nowhere.
static inline const char *ente_attribute(void *object, const char *name) {
  return agget(object, (char *)name);
}

/// Whether any object of a kind may have the attribute.
static inline int ente_declares(Agraph_t *graph, int kind, const char *name) {
  return agattr(graph, kind, (char *)name, NULL) != NULL;
}

// The spring engines sum in an order that depends on where their arrays lie, so the last bits of a place
// differ from run to run, and a digit of the picture with them. A grid of 1/64 point swallows that.
static inline double ente_on_grid(double value) {
  double scaled = value * 64.0;
  return (double)(int64_t)(scaled + (scaled < 0 ? -0.5 : 0.5)) / 64.0;
}

static inline void ente_put_on_grid(pointf *point) {
  point->x = ente_on_grid(point->x);
  point->y = ente_on_grid(point->y);
}

static inline void ente_put_label_on_grid(textlabel_t *label) {
  if (label != NULL) ente_put_on_grid(&label->pos);
}

static inline void ente_put_frames_on_grid(Agraph_t *graph) {
  ente_put_on_grid(&GD_bb(graph).LL);
  ente_put_on_grid(&GD_bb(graph).UR);
  ente_put_label_on_grid(GD_label(graph));
  for (int i = 1; i <= GD_n_cluster(graph); i++) ente_put_frames_on_grid(GD_clust(graph)[i]);
}

static inline void ente_put_edge_on_grid(Agedge_t *edge) {
  ente_put_label_on_grid(ED_label(edge));
  ente_put_label_on_grid(ED_xlabel(edge));
  ente_put_label_on_grid(ED_head_label(edge));
  ente_put_label_on_grid(ED_tail_label(edge));
  splines *lines = ED_spl(edge);
  if (lines == NULL) return;
  for (size_t i = 0; i < (size_t)lines->size; i++) {
    bezier *piece = &lines->list[i];
    for (size_t j = 0; j < (size_t)piece->size; j++) ente_put_on_grid(&piece->list[j]);
    if (piece->sflag) ente_put_on_grid(&piece->sp);
    if (piece->eflag) ente_put_on_grid(&piece->ep);
  }
}

static inline void ente_put_layout_on_grid(Agraph_t *graph) {
  ente_put_frames_on_grid(graph);
  for (Agnode_t *node = agfstnode(graph); node != NULL; node = agnxtnode(graph, node)) {
    ente_put_on_grid(&ND_coord(node));
    ente_put_label_on_grid(ND_xlabel(node));
    for (Agedge_t *edge = agfstout(graph, node); edge != NULL; edge = agnxtout(graph, edge))
      ente_put_edge_on_grid(edge);
  }
}

// MARK: Where things lie after a layout, in points

static inline const char *ente_name(void *object) { return agnameof(object); }
static inline Agnode_t *ente_tail(Agedge_t *edge) { return agtail(edge); }
static inline Agnode_t *ente_head(Agedge_t *edge) { return aghead(edge); }

/// Centre x, centre y, width, height.
static inline void ente_node_box(Agnode_t *node, double *box) {
  box[0] = ND_coord(node).x;
  box[1] = ND_coord(node).y;
  box[2] = ND_width(node) * 72.0;
  box[3] = ND_height(node) * 72.0;
}

/// Centre x, centre y, width, height; 0 where the edge has no placed label.
static inline int ente_edge_label_box(Agedge_t *edge, double *box) {
  textlabel_t *label = ED_label(edge);
  if (label == NULL || !label->set) return 0;
  box[0] = label->pos.x;
  box[1] = label->pos.y;
  box[2] = label->dimen.x;
  box[3] = label->dimen.y;
  return 1;
}

/// Puts the centre of an edge's label, where it has a placed one, elsewhere.
static inline void ente_move_edge_label(Agedge_t *edge, double x, double y) {
  textlabel_t *label = ED_label(edge);
  if (label == NULL || !label->set) return;
  label->pos.x = x;
  label->pos.y = y;
}

/// Writes at most `capacity` control points as x, y pairs and gives the number there are.
static inline size_t ente_edge_points(Agedge_t *edge, double *points, size_t capacity) {
  splines *lines = ED_spl(edge);
  if (lines == NULL) return 0;
  size_t count = 0;
  for (size_t i = 0; i < (size_t)lines->size; i++) {
    for (size_t j = 0; j < (size_t)lines->list[i].size; j++) {
      if (count < capacity) {
        points[2 * count] = lines->list[i].list[j].x;
        points[2 * count + 1] = lines->list[i].list[j].y;
      }
      count++;
    }
  }
  return count;
}

/// Width and height of the whole picture.
static inline void ente_graph_size(Agraph_t *graph, double *size) {
  size[0] = GD_bb(graph).UR.x - GD_bb(graph).LL.x;
  size[1] = GD_bb(graph).UR.y - GD_bb(graph).LL.y;
}

#endif

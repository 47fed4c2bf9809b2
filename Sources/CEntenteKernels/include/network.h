// The inner loops of a network. Sums are of whole numbers, and floating-point steps are the same and in the same order
// whatever the processor offers, so that every machine gives the same answer.
#ifndef ENTENTE_NETWORK_H
#define ENTENTE_NETWORK_H

#include <stddef.h>
#include <stdint.h>

// Rows whose weights lie together.
#define ENTENTE_ROWS 32

// Multiplies `count` vectors of `columns` numbers, an even number, by a matrix of `blocks` times ENTENTE_ROWS rows.
//
// weights: for each block, for each two columns, for each row the weights of both columns.
// outputs: for each vector a number a row, the sum times the row's scale plus its bias.
void entente_multiply(const int16_t *weights, const float *scales, const float *bias, size_t blocks, size_t columns,
                      const int16_t *inputs, size_t count, float *outputs);

// One step of `width` cells of long short-term memory, a multiple of 4: `gates` and `recurrent` are added up and hold
// the input, forget, cell and output gates one behind the other; `cells` is brought up to date, and `outputs` is set to
// the cells' outputs in units of 1/8192.
void entente_step(const float *gates, const float *recurrent, float *cells, int16_t *outputs, size_t width);

// Sets each of `count` numbers, a multiple of 4, to e to the power of itself; those beyond -87 and 87 are taken as those.
void entente_exp(float *values, size_t count);

// For each of `count` vectors its product with one, all of `width` numbers, a multiple of 4.
void entente_products(const float *vector, const float *vectors, size_t count, size_t width, float *products);

#endif

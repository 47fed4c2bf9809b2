#include "network.h"

#include <string.h>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

#pragma STDC FP_CONTRACT OFF

typedef float Floats __attribute__((vector_size(16), aligned(4)));
typedef int32_t Wholes __attribute__((vector_size(16), aligned(4)));

#define INLINE static inline __attribute__((always_inline))

INLINE Floats all(float value) { return (Floats){value, value, value, value}; }

INLINE Floats load(const float *from) {
  Floats values;
  memcpy(&values, from, sizeof values);
  return values;
}

INLINE Floats clamped(Floats values, float low, float high) {
  Wholes less = values < all(low), more = values > all(high);
  Wholes bits = ((Wholes)values & ~less & ~more) | ((Wholes)all(low) & less) | ((Wholes)all(high) & more);
  return (Floats)bits;
}

// The reduction by powers of two and the polynomial of S. Moshier's Cephes library, expf. Adding and taking away
// 1.5 * 2^23 rounds to a whole number, which then stands in the lowest bits.
INLINE Floats exponential(Floats x) {
  Floats shifted = x * 1.44269504f + 12582912.0f;
  Floats whole = shifted - 12582912.0f;
  Floats rest = (x - whole * 0.693359375f) + whole * 2.12194440e-4f;
  Floats sum = all(1.9875691e-4f);
  sum = sum * rest + 1.3981999e-3f;
  sum = sum * rest + 8.333452e-3f;
  sum = sum * rest + 4.1665796e-2f;
  sum = sum * rest + 0.16666665f;
  sum = sum * rest + 0.5f;
  sum = sum * rest * rest + rest + 1.0f;
  Wholes power = ((Wholes)shifted - (0x4B400000 - 127)) << 23;
  return sum * (Floats)power;
}

// A gate is 1 / (1 + e^-x), a new value tanh x = (e^2x - 1) / (e^2x + 1); what is multiplied is divided once. Beyond
// 15, a gate is open or shut.
void entente_step(const float *gates, const float *recurrent, float *cells, int16_t *outputs, size_t width) {
  for (size_t cell = 0; cell < width; cell += 4) {
    Floats part[4];
    for (size_t gate = 0; gate < 4; gate++) {
      Floats sum = load(gates + gate * width + cell) + load(recurrent + gate * width + cell);
      part[gate] = exponential(clamped(sum, -15, 15) * (gate == 2 ? 2.0f : -1.0f));
    }
    Floats kept = load(cells + cell) / (part[1] + 1.0f);
    Floats value = kept + (part[2] - 1.0f) / ((part[0] + 1.0f) * (part[2] + 1.0f));
    memcpy(cells + cell, &value, sizeof value);
    Floats doubled = exponential(clamped(value, -15, 15) * 2.0f);
    Floats output = (doubled - 1.0f) / ((part[3] + 1.0f) * (doubled + 1.0f));
    Wholes whole = (Wholes)(output * 8192.0f + 12582912.0f) - 0x4B400000;
    for (size_t lane = 0; lane < 4; lane++) outputs[cell + lane] = (int16_t)whole[lane];
  }
}

void entente_exp(float *values, size_t count) {
  for (size_t place = 0; place < count; place += 4) {
    Floats power = exponential(clamped(load(values + place), -87, 87));
    memcpy(values + place, &power, sizeof power);
  }
}

void entente_products(const float *vector, const float *vectors, size_t count, size_t width, float *products) {
  for (size_t place = 0; place < count; place++) {
    Floats sum = all(0);
    for (size_t column = 0; column < width; column += 4)
      sum += load(vector + column) * load(vectors + place * width + column);
    products[place] = (sum[0] + sum[2]) + (sum[1] + sum[3]);
  }
}

// The sums of one block for `many` vectors, 1 or 2, in the way of one kind of processor: `Sums` holds as many rows as a
// register does, `madd` multiplies pairs of 16-bit numbers and adds up each two.
#define MULTIPLY(name, attribute, Sums, load_weights, load_pair, madd, add, zero, store)                               \
  attribute INLINE void name##_block(const int16_t *weights, const float *scales, const float *bias, size_t columns,   \
                                     const int16_t *inputs, size_t many, size_t stride, float *outputs) {              \
    enum { registers = ENTENTE_ROWS * 4 / sizeof(Sums) };                                                              \
    Sums sums[2][registers];                                                                                           \
    for (size_t place = 0; place < registers; place++) sums[0][place] = sums[1][place] = zero;                         \
    for (size_t column = 0; column < columns; column += 2) {                                                           \
      Sums first = load_pair(inputs + column), second = load_pair(inputs + (many - 1) * columns + column);             \
      for (size_t place = 0; place < registers; place++) {                                                             \
        Sums pairs = load_weights(weights + column * ENTENTE_ROWS + place * sizeof(Sums) / 2);                         \
        sums[0][place] = add(sums[0][place], madd(pairs, first));                                                      \
        if (many == 2) sums[1][place] = add(sums[1][place], madd(pairs, second));                                      \
      }                                                                                                                \
    }                                                                                                                  \
    for (size_t vector = 0; vector < many; vector++) {                                                                 \
      int32_t whole[ENTENTE_ROWS];                                                                                     \
      for (size_t place = 0; place < registers; place++)                                                               \
        store(whole + place * sizeof(Sums) / 4, sums[vector][place]);                                                  \
      for (size_t row = 0; row < ENTENTE_ROWS; row++) {                                                                \
        float scaled = (float)whole[row] * scales[row];                                                                \
        outputs[vector * stride + row] = scaled + bias[row];                                                           \
      }                                                                                                                \
    }                                                                                                                  \
  }                                                                                                                    \
  attribute static void name(const int16_t *weights, const float *scales, const float *bias, size_t blocks,            \
                             size_t columns, const int16_t *inputs, size_t count, float *outputs) {                    \
    size_t stride = blocks * ENTENTE_ROWS, vector = 0;                                                                 \
    for (; vector + 1 < count; vector += 2)                                                                            \
      for (size_t block = 0; block < blocks; block++)                                                                  \
        name##_block(weights + block * ENTENTE_ROWS * columns, scales + block * ENTENTE_ROWS,                          \
                     bias + block * ENTENTE_ROWS, columns, inputs + vector * columns, 2, stride,                       \
                     outputs + vector * stride + block * ENTENTE_ROWS);                                                \
    if (vector < count)                                                                                                \
      for (size_t block = 0; block < blocks; block++)                                                                  \
        name##_block(weights + block * ENTENTE_ROWS * columns, scales + block * ENTENTE_ROWS,                          \
                     bias + block * ENTENTE_ROWS, columns, inputs + vector * columns, 1, stride,                       \
                     outputs + vector * stride + block * ENTENTE_ROWS);                                                \
  }

#if defined(__x86_64__)

INLINE int32_t pair(const int16_t *numbers) {
  int32_t pair;
  memcpy(&pair, numbers, sizeof pair);
  return pair;
}

#define LOAD_128(from) _mm_loadu_si128((const __m128i *)(from))
#define PAIR_128(from) _mm_set1_epi32(pair(from))
#define STORE_128(to, sums) _mm_storeu_si128((__m128i *)(to), sums)
#define LOAD_256(from) _mm256_loadu_si256((const __m256i *)(from))
#define PAIR_256(from) _mm256_set1_epi32(pair(from))
#define STORE_256(to, sums) _mm256_storeu_si256((__m256i *)(to), sums)
#define WIDE __attribute__((target("avx2")))

MULTIPLY(multiply, , __m128i, LOAD_128, PAIR_128, _mm_madd_epi16, _mm_add_epi32, _mm_setzero_si128(), STORE_128)
MULTIPLY(multiply_wide, WIDE, __m256i, LOAD_256, PAIR_256, _mm256_madd_epi16, _mm256_add_epi32,
         _mm256_setzero_si256(), STORE_256)

#define IS_WIDE __builtin_cpu_supports("avx2")

#else

INLINE Wholes madd(Wholes pairs, Wholes numbers) {
  int16_t first[8], second[8];
  memcpy(first, &pairs, sizeof first);
  memcpy(second, &numbers, sizeof second);
  Wholes sums;
  for (size_t lane = 0; lane < 4; lane++)
    sums[lane] = (int32_t)first[2 * lane] * second[2 * lane] + (int32_t)first[2 * lane + 1] * second[2 * lane + 1];
  return sums;
}

INLINE Wholes load_wholes(const int16_t *from) {
  Wholes wholes;
  memcpy(&wholes, from, sizeof wholes);
  return wholes;
}

INLINE Wholes load_pair(const int16_t *from) {
  int32_t pair;
  memcpy(&pair, from, sizeof pair);
  return (Wholes){pair, pair, pair, pair};
}

INLINE Wholes add(Wholes one, Wholes other) { return one + other; }

INLINE void store_wholes(int32_t *to, Wholes wholes) { memcpy(to, &wholes, sizeof wholes); }

MULTIPLY(multiply, , Wholes, load_wholes, load_pair, madd, add, ((Wholes){0, 0, 0, 0}), store_wholes)

#define multiply_wide multiply
#define IS_WIDE 0

#endif

void entente_multiply(const int16_t *weights, const float *scales, const float *bias, size_t blocks, size_t columns,
                      const int16_t *inputs, size_t count, float *outputs) {
  (IS_WIDE ? multiply_wide : multiply)(weights, scales, bias, blocks, columns, inputs, count, outputs);
}

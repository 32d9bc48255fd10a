/**
 * Answers of the read models, kept in Redis for some seconds. A kept answer belongs to one account and to one generation
 * of it; an event about the account begins the next generation. It must never be asked about a balance or a payment.
 * Read {@link com.phonepay.readmodel.redis.CachedHistories} first.
 */
@NullMarked
package com.phonepay.readmodel.redis;

import org.jspecify.annotations.NullMarked;

/**
 * The callers' budgets in Redis, where all gateways see the same. Read
 * {@link com.phonepay.edge.gateway.redis.RedisBuckets}.
 */
@NullMarked
package com.phonepay.edge.gateway.redis;

import org.jspecify.annotations.NullMarked;

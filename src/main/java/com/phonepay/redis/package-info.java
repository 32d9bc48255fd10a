/**
 * The connection to Redis: opened once, found again by itself, and never waited for. What is kept there is the business
 * of those who use it, and must be such that losing it costs nothing. Read {@link com.phonepay.redis.RedisLink} first.
 */
@NullMarked
package com.phonepay.redis;

import org.jspecify.annotations.NullMarked;

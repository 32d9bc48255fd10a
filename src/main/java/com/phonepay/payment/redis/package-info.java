/**
 * Names of people, kept in Redis for some minutes for those who look them up. It must never be asked who is paid or who may
 * see something: the directory is. Read {@link com.phonepay.payment.redis.CachedNames} first.
 */
@NullMarked
package com.phonepay.payment.redis;

import org.jspecify.annotations.NullMarked;

/**
 * The Redis server of a development cluster: the real program, taken from an artifact that carries it, or the one that
 * the system has. Keeps nothing on disk. Read {@link com.phonepay.infra.redis.RedisServer} first.
 */
@NullMarked
package com.phonepay.infra.redis;

import org.jspecify.annotations.NullMarked;

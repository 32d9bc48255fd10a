/** What many tests share. Start with {@link com.phonepay.testing.CassandraForTests}. */
@NullMarked
package com.phonepay.testing;

import org.jspecify.annotations.NullMarked;

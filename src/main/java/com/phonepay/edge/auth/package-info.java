/**
 * Who is calling: passwords and tokens. Plain Java and two libraries, no HTTP. It must never log a password or a
 * token, nor store one. Read {@link com.phonepay.edge.auth.Tokens} first.
 */
@NullMarked
package com.phonepay.edge.auth;

import org.jspecify.annotations.NullMarked;

/**
 * What an operator can set, typed: one record per concern, and every error of a configuration reported at once. It must
 * never decide anything. Read {@link com.phonepay.settings.Settings} first.
 */
@NullMarked
package com.phonepay.settings;

import org.jspecify.annotations.NullMarked;

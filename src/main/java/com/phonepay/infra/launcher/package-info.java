/**
 * The commands that people type after {@code ./phonepay}, one small class each. Data goes to standard output, progress
 * to standard error; every error says what to do next. Holds no state: the supervisor does. Start with
 * {@link com.phonepay.infra.launcher.Launcher}.
 */
@NullMarked
package com.phonepay.infra.launcher;

import org.jspecify.annotations.NullMarked;

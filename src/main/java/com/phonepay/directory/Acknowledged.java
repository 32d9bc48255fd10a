package com.phonepay.directory;

import com.phonepay.kernel.Answer;

/** It is so, durably. */
public record Acknowledged(String email) implements Answer {}

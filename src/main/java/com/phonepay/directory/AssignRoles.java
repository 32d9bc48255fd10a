package com.phonepay.directory;

import com.phonepay.kernel.Message;
import java.util.List;

/**
 * An operator sets the roles of a person, all of them. Takes effect at the next login. Answered with
 * {@link Acknowledged}, or {@code unknown_email}.
 */
public record AssignRoles(String email, List<String> roles) implements Message {}

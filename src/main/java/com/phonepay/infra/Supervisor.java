package com.phonepay.infra;

import com.phonepay.infra.supervisor.Watch;
import java.io.IOException;

/** Main class of the resident supervisor. The launcher starts it; it lives until {@code down}. */
public final class Supervisor {

    private Supervisor() {}

    public static void main(String[] args) throws IOException {
        Watch.begin(Layout.fromEnvironment());
    }
}

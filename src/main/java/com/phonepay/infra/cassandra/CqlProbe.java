package com.phonepay.infra.cassandra;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/** Asks a server for the CQL options it supports: the smallest question that only a ready server answers. */
public final class CqlProbe {

    private static final int MILLIS = 1000;
    private static final int HEADER = 9;
    private static final int OPCODE_AT = 4;
    private static final byte PROTOCOL = 4;
    private static final byte OPTIONS = 5;
    private static final byte SUPPORTED = 6;

    private CqlProbe() {}

    public static boolean answers(InetSocketAddress server) {
        try (var socket = new Socket()) {
            socket.connect(server, MILLIS);
            socket.setSoTimeout(MILLIS);
            var question = new byte[HEADER];
            question[0] = PROTOCOL;
            question[OPCODE_AT] = OPTIONS;
            socket.getOutputStream().write(question);
            var answer = socket.getInputStream().readNBytes(HEADER);
            return answer.length == HEADER && answer[OPCODE_AT] == SUPPORTED;
        } catch (IOException notYet) {
            return false;
        }
    }
}

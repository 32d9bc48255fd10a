package com.phonepay.slice;

/** The journal's last row of the highest epoch does not lead back to where recovery began. The slice must not start. */
public final class UnexplainedRowException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    public UnexplainedRowException(String message) {
        super(message);
    }
}

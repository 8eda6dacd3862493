package com.encvoy.keycloak.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * One connection that sends the same request again and again. On a machine of two cores an HTTP library would take more time than
 * the server does, and hide the differences that are to be measured.
 */
final class KeepAliveConnection implements AutoCloseable {

    private static final byte[] LENGTH = "content-length:".getBytes(StandardCharsets.US_ASCII);

    private final Socket socket;
    private final OutputStream output;
    private final InputStream input;
    private final byte[] buffer = new byte[65_536];
    private int filled;

    KeepAliveConnection(URI server) throws IOException {
        socket = new Socket(server.getHost(), server.getPort());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(30_000);
        output = socket.getOutputStream();
        input = socket.getInputStream();
    }

    /** @return the status of the answer, whose body has been read */
    int send(byte[] request) throws IOException {
        output.write(request);
        filled = 0;
        int end = -1;
        while (end < 0) {
            fill();
            end = endOfHeaders();
        }
        int answer = end + contentLength(end);
        while (filled < answer) {
            fill();
        }
        return (buffer[9] - '0') * 100 + (buffer[10] - '0') * 10 + buffer[11] - '0';
    }

    private void fill() throws IOException {
        int read = input.read(buffer, filled, buffer.length - filled);
        if (read < 0) {
            throw new IOException("The server closed the connection");
        }
        filled += read;
    }

    private int endOfHeaders() {
        for (int i = 3; i < filled; i++) {
            if (buffer[i] == '\n' && buffer[i - 2] == '\n') {
                return i + 1;
            }
        }
        return -1;
    }

    private int contentLength(int end) {
        for (int i = 0; i < end - LENGTH.length; i++) {
            if (buffer[i] == '\n' && isLengthAt(i + 1)) {
                int length = 0;
                for (int j = i + 1 + LENGTH.length; buffer[j] != '\r'; j++) {
                    length = buffer[j] == ' ' ? length : length * 10 + buffer[j] - '0';
                }
                return length;
            }
        }
        return 0;
    }

    private boolean isLengthAt(int start) {
        for (int i = 0; i < LENGTH.length; i++) {
            // Setting this bit makes a letter small and leaves '-' and ':' as they are.
            if ((buffer[start + i] | 0x20) != LENGTH[i]) {
                return false;
            }
        }
        return true;
    }

    static byte[] request(String method, URI address, String headers, String body) {
        return (method + " " + address.getRawPath() + " HTTP/1.1\r\nHost: " + address.getAuthority() + "\r\n" + headers
                + (body.isEmpty() ? "" : "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " + body.length() + "\r\n")
                + "\r\n" + body).getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

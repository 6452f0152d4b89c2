/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.http;

import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * A key store by reference. Read once, when the client is made.
 *
 * @param datei the file
 * @param typ for example {@code PKCS12}
 * @param passwort gives a new array for each call, which is wiped after use; keys have the password of the store
 */
public record Schluesselspeicher(Path datei, String typ, Supplier<char[]> passwort) {

    /** Name of the file without folders, for messages. */
    public String name() {
        return String.valueOf(datei.getFileName());
    }

    @Override
    public String toString() {
        return "Schluesselspeicher[" + name() + "]";
    }
}

/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xml;

/**
 * Limits of one XML document. What goes beyond a limit is refused while it is read, before it fills the memory.
 *
 * @param maxBytes bytes of the whole document
 * @param maxTiefe levels of nested elements
 * @param maxElemente elements of the whole document
 * @param maxText characters between two tags, and of one attribute value
 */
public record XmlGrenzen(long maxBytes, int maxTiefe, long maxElemente, int maxText) {

    /** 64 MB, 200 levels, 2,000,000 elements, 1,000,000 characters: about 15 times the largest real FIM schema seen. */
    public static final XmlGrenzen STANDARD = new XmlGrenzen(64L * 1024 * 1024, 200, 2_000_000, 1_000_000);

    public XmlGrenzen {
        if (maxBytes < 1 || maxTiefe < 1 || maxElemente < 1 || maxText < 1) {
            throw new IllegalArgumentException("XmlGrenzen: jede Grenze ist mindestens 1");
        }
    }
}

/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.error;

/**
 * A stable error code of the SDK. Each room lists its codes in one enum that implements this interface; all codes
 * together stand in {@code docs/errors.md}, which a test compares with the enums.
 */
public interface Fehlercode {

    /** The code, for example {@code OZG-MANDANT-0003}. Never changes once released. */
    String code();

    /** What happened, in one German sentence without personal data. */
    String bedeutung();

    /** What the reader of the message can do, in one German sentence. */
    String abhilfe();
}

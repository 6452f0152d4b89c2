/* SPDX-License-Identifier: EUPL-1.2 */
/** Tests of outgoing HTTP against a server that misbehaves on demand. */
@NullMarked
package de.kommunalsdk.http;

import org.jspecify.annotations.NullMarked;

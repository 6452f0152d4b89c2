/* SPDX-License-Identifier: EUPL-1.2 */
/**
 * The port that keeps the files of code lists by URN and version. What stands in them is the business of the room that
 * reads genericode; here they are bytes.
 */
@NullMarked
package de.kommunalsdk.listenablage;

import org.jspecify.annotations.NullMarked;
